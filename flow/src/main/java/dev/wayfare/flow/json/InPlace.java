package dev.wayfare.flow.json;

import dev.wayfare.flow.App;
import dev.wayfare.flow.expression.Phrase;

/// A phrase as it stands at one place, and the app around it.
public record InPlace(Phrase phrase, App app) {}
