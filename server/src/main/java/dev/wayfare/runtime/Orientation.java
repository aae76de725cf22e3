package dev.wayfare.runtime;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// How a camera was held, from a JPEG's or PNG's EXIF data: 1 is upright, 2 to 8 are turned or
/// mirrored. Anything that cannot be read counts as upright.
record Orientation(int code) {
  static final Orientation UPRIGHT = new Orientation(1);

  private static final int TAG = 0x0112;
  private static final int SHORT = 3;
  private static final int JPEG_START = 0xffd8;
  private static final int JPEG_EXIF = 0xffe1;
  private static final int JPEG_PIXELS = 0xffda;
  private static final int EXIF_HEAD = 6;
  private static final int PNG_HEAD = 8;

  static Orientation of(byte[] image) {
    try {
      var bytes = ByteBuffer.wrap(image);
      var exif = (bytes.getShort(0) & 0xffff) == JPEG_START ? exifOfJpeg(bytes) : exifOfPng(bytes);
      return exif.map(Orientation::ofTiff).orElse(UPRIGHT);
    } catch (IndexOutOfBoundsException | IllegalArgumentException _) {
      return UPRIGHT;
    }
  }

  /// Whether width and height change places.
  boolean lies() {
    return code >= 5;
  }

  /// Turns a picture of this size upright.
  AffineTransform upright(int width, int height) {
    return switch (code) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }

  private static Optional<ByteBuffer> exifOfJpeg(ByteBuffer bytes) {
    var at = 2;
    while (true) {
      var marker = bytes.getShort(at) & 0xffff;
      if (marker == JPEG_PIXELS || marker < 0xff00) {
        return Optional.empty();
      }
      var length = bytes.getShort(at + 2) & 0xffff;
      if (marker == JPEG_EXIF && word(bytes, at + 4, 4).equals("Exif")) {
        return Optional.of(bytes.slice(at + 4 + EXIF_HEAD, length - 2 - EXIF_HEAD));
      }
      at += 2 + Math.max(2, length);
    }
  }

  private static Optional<ByteBuffer> exifOfPng(ByteBuffer bytes) {
    var at = PNG_HEAD;
    while (true) {
      var length = bytes.getInt(at);
      var type = word(bytes, at + 4, 4);
      if (type.equals("IDAT") || length < 0) {
        return Optional.empty();
      }
      if (type.equals("eXIf")) {
        return Optional.of(bytes.slice(at + 8, length));
      }
      at = Math.addExact(at, Math.addExact(length, 12));
    }
  }

  private static Orientation ofTiff(ByteBuffer tiff) {
    tiff.order(word(tiff, 0, 2).equals("II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    var directory = tiff.getInt(4);
    var entries = tiff.getShort(directory) & 0xffff;
    for (var i = 0; i < entries; i++) {
      var entry = directory + 2 + 12 * i;
      if ((tiff.getShort(entry) & 0xffff) == TAG && tiff.getShort(entry + 2) == SHORT) {
        var code = tiff.getShort(entry + 8);
        return code >= 1 && code <= 8 ? new Orientation(code) : UPRIGHT;
      }
    }
    return UPRIGHT;
  }

  private static String word(ByteBuffer bytes, int at, int length) {
    var word = new byte[length];
    bytes.get(at, word);
    return new String(word, StandardCharsets.ISO_8859_1);
  }
}
