"""The bridge to the record: what others may later dispute is an entry, in the transaction of its effect."""
