"""Lists of names: uploaded, checked, sealed, opened to both sides at one moment."""
