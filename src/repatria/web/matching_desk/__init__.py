"""Who is who: proposals with reasons from the matching room, and the decisions of people about them."""
