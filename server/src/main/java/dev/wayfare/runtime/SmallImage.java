package dev.wayfare.runtime;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Makes a picture small: upright, without a word of what the camera wrote beside it. How many
/// pixels it has is asked before any of them is read, and of a large one only every second, third
/// … is, so that no file can fill the memory.
final class SmallImage {
  static final long MOST_PIXELS = 64_000_000;

  private static final long MOST_READ = 16_000_000;
  private static final float QUALITY = 0.85f;

  /// A picture takes up to a few hundred megabytes while it is read; not many at once do.
  private static final Semaphore ROOM = new Semaphore(2);

  private SmallImage() {}

  /// What became of a picture.
  sealed interface Made {
    record Image(String type, byte[] bytes) implements Made {}

    record Failed(String code, String message) implements Made {}
  }

  static Made of(byte[] image, int longestSide) {
    try {
      ROOM.acquire();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Made.Failed("FILE_NOT_DONE", "the server stops");
    }
    try {
      return shrunk(image, longestSide);
    } catch (IOException | RuntimeException _) {
      return new Made.Failed("FILE_UNREADABLE", "the picture is broken or of an unusual kind");
    } finally {
      ROOM.release();
    }
  }

  private static Made shrunk(byte[] image, int longestSide) throws IOException {
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(image))) {
      var readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return wrongType();
      }
      var reader = readers.next();
      try {
        var format = reader.getFormatName().toLowerCase(Locale.ROOT);
        if (!format.equals("jpeg") && !format.equals("png")) {
          return wrongType();
        }
        reader.setInput(in, true, true);
        var pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > MOST_PIXELS) {
          return new Made.Failed(
              "IMAGE_TOO_LARGE",
              "the picture has %d million pixels; %d million are read"
                  .formatted(pixels / 1_000_000, MOST_PIXELS / 1_000_000));
        }
        return write(
            upright(read(reader, longestSide), Orientation.of(image), longestSide), format);
      } finally {
        reader.dispose();
      }
    }
  }

  private static Made wrongType() {
    return new Made.Failed("FILE_WRONG_TYPE", "only JPEG and PNG pictures can be made small");
  }

  private static BufferedImage read(ImageReader reader, int longestSide) throws IOException {
    var width = reader.getWidth(0);
    var height = reader.getHeight(0);
    var step = Math.max(1, Math.max(width, height) / (2 * longestSide));
    while ((long) (width / step) * (height / step) > MOST_READ) {
      step++;
    }
    var how = reader.getDefaultReadParam();
    how.setSourceSubsampling(step, step, 0, 0);
    return reader.read(0, how);
  }

  /// Halved until the last step is a small one: a picture that is shrunk in one leap looks torn.
  private static BufferedImage upright(BufferedImage read, Orientation held, int longestSide) {
    var image = read;
    var longest = Math.max(image.getWidth(), image.getHeight());
    while (longest > 2 * longestSide) {
      image =
          drawn(
              image,
              Math.max(1, image.getWidth() / 2),
              Math.max(1, image.getHeight() / 2),
              new AffineTransform());
      longest = Math.max(image.getWidth(), image.getHeight());
    }
    var scale = Math.min(1.0, (double) longestSide / longest);
    var width = Math.max(1, (int) Math.round(image.getWidth() * scale));
    var height = Math.max(1, (int) Math.round(image.getHeight() * scale));
    return drawn(image, width, height, held.upright(width, height), held.lies());
  }

  private static BufferedImage drawn(
      BufferedImage image, int width, int height, AffineTransform turned) {
    return drawn(image, width, height, turned, false);
  }

  private static BufferedImage drawn(
      BufferedImage image, int width, int height, AffineTransform turned, boolean lies) {
    var opaque = !image.getColorModel().hasAlpha();
    var drawn =
        new BufferedImage(
            lies ? height : width,
            lies ? width : height,
            opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = drawn.createGraphics();
    try {
      pen.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      if (opaque) {
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
      }
      pen.transform(turned);
      pen.drawImage(image, 0, 0, width, height, null);
    } finally {
      pen.dispose();
    }
    return drawn;
  }

  private static Made write(BufferedImage image, String format) throws IOException {
    var writer = ImageIO.getImageWritersByFormatName(format).next();
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      var how = writer.getDefaultWriteParam();
      if (format.equals("jpeg")) {
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(QUALITY);
      }
      writer.write(null, new IIOImage(image, null, null), how);
    } finally {
      writer.dispose();
    }
    return new Made.Image("image/" + format, bytes.toByteArray());
  }
}
