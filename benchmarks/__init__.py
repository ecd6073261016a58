"""Speed and quality, measured beside peers in one run: `make bench`, or `python -m benchmarks NAME`."""
