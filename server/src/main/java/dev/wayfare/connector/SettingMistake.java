package dev.wayfare.connector;

/// What is wrong with one stored setting, in a sentence; never its value.
public record SettingMistake(String setting, String sentence) {}
