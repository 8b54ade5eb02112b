"""Runs a command and holds its peak of resident memory to a limit.

    peak.py MB COMMAND...    exits with 1 over the limit, with the command's own code if it fails
"""

import resource
import subprocess
import sys

most, command = float(sys.argv[1]), sys.argv[2:]
code = subprocess.run(command, stdout=subprocess.DEVNULL).returncode
if code:
    sys.exit(code)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
peak = used.ru_maxrss * 1024 / 1e6
print(f"{' '.join(command)}: {used.ru_utime + used.ru_stime:.0f} CPU-seconds, peak memory {peak:.0f} MB; the limit is {most:.0f}")
sys.exit(peak > most)
