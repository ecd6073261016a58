"""Speed and quality, measured beside peers in one run. `make bench` prints all; `python -m benchmarks NAME` one."""
