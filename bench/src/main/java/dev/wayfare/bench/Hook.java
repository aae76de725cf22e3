package dev.wayfare.bench;

/// Where texts are posted, and how they are signed.
///
/// @param url the public address, which the signature covers
/// @param token the account's auth token
record Hook(int port, String path, String url, String token) {
  static final String NUMBER = "+15550100";

  static Hook at(int port, String path, String token) {
    return new Hook(port, path, "http://localhost:" + port + path, token);
  }
}
