package dev.wayfare;

/// x
public final class Wayfare {
  private Wayfare() {}

  public static void main(String[] args) {}
}
