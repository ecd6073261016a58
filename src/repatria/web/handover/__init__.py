"""Handover: from the signed agreement to the last receipt. The day itself runs on the hub; this is its desk."""
