package dev.wayfare.flow;

/// x
public record App(String name) {}
