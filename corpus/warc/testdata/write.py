# Writes archives with warcio, as other crawlers do: plain.warc and members.warc.gz in the folder given.
import gzip
import io
import sys

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

PAGES = [
    ("http://a.example/plain", [("Content-Type", "text/html")], b"<p>A cook cooks."),
    ("http://a.example/gzip", [("Content-Type", "text/html"), ("Content-Encoding", "gzip")], gzip.compress(b"<p>A cook cooks.")),
    ("http://a.example/chunked", [("Transfer-Encoding", "chunked")], b"3\r\n<p>\r\nd\r\nA cook cooks.\r\n0\r\n\r\n"),
]


def write(path, packed):
    with open(path, "wb") as out:
        writer = WARCWriter(out, gzip=packed)
        out_record = writer.create_warcinfo_record("pages.warc", {"software": "warcio"})
        writer.write_record(out_record)
        for uri, headers, body in PAGES:
            answer = StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1")
            writer.write_record(writer.create_warc_record(uri, "response", payload=io.BytesIO(body), http_headers=answer))
        writer.write_record(writer.create_warc_record("http://a.example/resource", "resource", payload=io.BytesIO(b"A cook cooks.")))


write(sys.argv[1] + "/plain.warc", False)
write(sys.argv[1] + "/members.warc.gz", True)
