package dev.wayfare.publish;

import java.util.UUID;

/// Who a release's emails come from, and by which account's mail server.
///
/// @param name what receivers read beside the address; may be empty
public record Sender(UUID account, String address, String name) {}
