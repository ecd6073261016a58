"""Pages: of the families, who have no account, and of those who answer them."""
