# Reads an archive with warcio and prints a line a record: type, address, status, SHA-1 of the unpacked body.
# warcio checks the digests of blocks and payloads itself.
import hashlib
import sys

from warcio.archiveiterator import ArchiveIterator

with open(sys.argv[1], "rb") as archive:
    for record in ArchiveIterator(archive, check_digests="raise"):
        status = record.http_headers.get_statuscode() if record.http_headers else "-"
        body = record.content_stream().read()
        print(record.rec_type, record.rec_headers.get_header("WARC-Target-URI"), status, hashlib.sha1(body).hexdigest())
