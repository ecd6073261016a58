"""An answer for each name: what the holder says, what the ICRC has seen, remarks, second replies, deadlines."""
