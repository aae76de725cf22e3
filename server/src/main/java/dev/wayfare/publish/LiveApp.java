package dev.wayfare.publish;

import java.util.List;

/// An app that is live under a profile, and where customers come in.
public record LiveApp(
    String name, String title, String profile, int version, List<LiveEntrance> entrances) {}
