"""Writes the rows of a Parquet file again with pyarrow's writer, zstd and row groups of the same size, and compares.

    bench-datasets.py FILE    exits with 1 if FILE is more than 1.10 times as large as pyarrow's
"""

import os
import resource
import sys
import time

import pyarrow
import pyarrow.parquet

ours = sys.argv[1]
theirs = ours + ".pyarrow"
pyarrow.set_cpu_count(1)
source = pyarrow.parquet.ParquetFile(ours)
rows, took = 0, 0.0
with pyarrow.parquet.ParquetWriter(theirs, source.schema_arrow, compression="zstd") as writer:
    for batch in source.iter_batches(batch_size=65536):
        table = pyarrow.Table.from_batches([batch])
        begin = time.process_time()
        writer.write_table(table, row_group_size=65536)
        took += time.process_time() - begin
        rows += batch.num_rows
    begin = time.process_time()
took += time.process_time() - begin
sizes = os.path.getsize(ours), os.path.getsize(theirs)
os.remove(theirs)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
print(f"pyarrow {pyarrow.__version__}: {rows} rows, {sizes[1] / 1e6:.1f} MB, {rows / took:.0f} rows a CPU-second, peak memory {peak / 1e6:.0f} MB (it reads too)")
print(f"our file is {sizes[0] / sizes[1]:.3f} times pyarrow's; the limit is 1.10")
sys.exit(sizes[0] > 1.10 * sizes[1])
