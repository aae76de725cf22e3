package dev.wayfare.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Held by the one process that supervises a database folder. The system lets go of it when the
/// process ends, however it ends.
final class FolderLock implements AutoCloseable {
  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  static FolderLock take(Path file) {
    try {
      var channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (!isFree(channel)) {
        var holder = FileTree.read(file);
        channel.close();
        throw new DatabaseTrouble(
            DatabaseTrouble.Code.DATA_FOLDER_IN_USE,
            """
            Another Wayfare process (%s) already runs the database in %s. Stop it first, choose another \
            data folder, or start this one with --database-url so that both share a database."""
                .formatted(holder.isEmpty() ? "just starting" : "pid " + holder, file.getParent()));
      }
      channel.truncate(0);
      var pid = Long.toString(ProcessHandle.current().pid());
      channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.UTF_8)));
      return new FolderLock(channel);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot lock " + file, e);
    }
  }

  private static boolean isFree(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // held by this very process
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot let go of the database folder's lock", e);
    }
  }
}
