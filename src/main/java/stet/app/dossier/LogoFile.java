package stet.app.dossier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import stet.app.AppException;

/** A picture that a person puts on what they hand over. */
final class LogoFile {
  private static final int MOST = 1 << 20;

  private LogoFile() {}

  /**
   * The picture as a {@code data:} address.
   *
   * @param home the collection's folder
   * @param name the file, from there; empty for none
   * @throws AppException when it cannot be read, is larger than a mebibyte, or is no PNG, JPEG,
   *     WebP or SVG
   */
  static String address(Path home, String name) {
    if (name.isEmpty()) {
      return "";
    }
    Path file = home.resolve(name);
    byte[] bytes;
    try {
      if (Files.size(file) > MOST) {
        throw wrong(name, "is larger than " + MOST + " bytes");
      }
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw wrong(name, "cannot be read at '" + file + "'");
    }
    String type = type(bytes);
    if (type.isEmpty()) {
      throw wrong(name, "is no PNG, JPEG, WebP or SVG picture");
    }
    return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
  }

  private static AppException wrong(String name, String what) {
    return AppException.failed("report.logo '" + name + "' " + what);
  }

  private static String type(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, 1024), StandardCharsets.ISO_8859_1);
    if (head.startsWith("\u0089PNG\r\n")) {
      return "image/png";
    } else if (head.startsWith("\u00ff\u00d8\u00ff")) {
      return "image/jpeg";
    } else if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
      return "image/webp";
    }
    return head.stripLeading().matches("(?s)(<\\?xml.*|<!--.*)?<svg[\\s>].*")
        ? "image/svg+xml"
        : "";
  }
}
