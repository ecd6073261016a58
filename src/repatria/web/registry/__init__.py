"""The register that each party keeps of captives (GC III 122, GC IV 136): persons, their values, their events."""
