"""The pages of the talks, a subject a file."""
