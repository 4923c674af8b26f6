package stet.ingest.warc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Writes WARC records of fictional pages by hand, as other programs write them. */
public final class Records {
  private Records() {}

  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  public static byte[] join(List<byte[]> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    parts.forEach(out::writeBytes);
    return out.toByteArray();
  }

  public static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  public static String sha1(byte[] bytes) {
    try {
      return "sha1:" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A record with the fields that every record has. */
  public static byte[] record(String type, String uri, String date, String more, byte[] block) {
    return record("WARC/1.1", type, uri, date, more, block);
  }

  public static byte[] record(
      String version, String type, String uri, String date, String more, byte[] block) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("WARC-Type", type);
    fields.put(
        "WARC-Record-ID", "<urn:uuid:" + Integer.toUnsignedString((uri + date).hashCode()) + ">");
    fields.put("WARC-Date", date);
    fields.put("WARC-Target-URI", uri);
    StringBuilder head = new StringBuilder(version).append("\r\n");
    fields.forEach((k, v) -> head.append(k).append(": ").append(v).append("\r\n"));
    head.append(more).append("Content-Length: ").append(block.length).append("\r\n\r\n");
    return join(List.of(bytes(head.toString()), block, bytes("\r\n\r\n")));
  }

  /** A response of 200 with an HTML page. */
  public static byte[] page(String uri, String date, String html) {
    return response(uri, date, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", bytes(html));
  }

  public static byte[] response(String uri, String date, String head, byte[] body) {
    byte[] block = join(List.of(bytes(head), body));
    String more =
        "Content-Type: application/http; msgtype=response\r\nWARC-Block-Digest: "
            + sha1(block)
            + "\r\nWARC-Payload-Digest: "
            + sha1(body)
            + "\r\n";
    return record("response", uri, date, more, block);
  }

  /** A revisit of the page with that body. */
  public static byte[] revisit(
      String uri, String date, String body, String ofUri, String ofDate, String head) {
    String more =
        "WARC-Profile: http://netpreserve.org/warc/1.1/revisit/identical-payload-digest\r\n"
            + "WARC-Payload-Digest: "
            + sha1(bytes(body))
            + "\r\nWARC-Refers-To-Target-URI: "
            + ofUri
            + "\r\nWARC-Refers-To-Date: "
            + ofDate
            + "\r\n";
    return record("revisit", uri, date, more, bytes(head));
  }

  /** A fictional page long enough to be an article. */
  public static String story(String headline, String lede) {
    return "<!doctype html><html><head><title>"
        + headline
        + "</title></head><body><article><h1>"
        + headline
        + "</h1><p>"
        + lede
        + "</p><p>The harbour office of the invented town of Quellmund said on Tuesday that the"
        + " second crane would be taken down before the winter, and that no ship would have to"
        + " wait for it.</p><p>Nobody was hurt. The council meets again next week to decide who"
        + " pays for the new one, which is to arrive in the spring.</p></article></body></html>";
  }
}
