"""Scores: fact checks of French against English, fidelity, MQM penalty, signature."""
