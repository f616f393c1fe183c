"""Language packs: what is known of a pair of languages, as data. One folder a pair."""
