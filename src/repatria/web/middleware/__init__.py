"""What every request passes through, one subject a file."""
