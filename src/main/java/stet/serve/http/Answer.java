package stet.serve.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a request is answered with.
 *
 * @param status the HTTP status
 * @param type the media type, with its charset; empty where there is no content
 * @param headers further headers, in order
 * @param length of the content in bytes, -1 where it is not known before
 * @param content writes it
 */
public record Answer(
    int status, String type, Map<String, String> headers, long length, Content content) {
  /** HTML in UTF-8. */
  public static final String HTML = "text/html; charset=utf-8";

  /** JSON. */
  public static final String JSON = "application/json; charset=utf-8";

  public Answer {
    headers = new LinkedHashMap<>(headers);
  }

  /** Writes content. */
  public interface Content {
    /**
     * @param out is closed by the caller
     */
    void to(OutputStream out) throws IOException;
  }

  /** Bytes that are at hand. */
  public static Answer of(int status, String type, byte[] content) {
    return new Answer(status, type, Map.of(), content.length, out -> out.write(content));
  }

  /** A page. */
  public static Answer html(byte[] page) {
    return of(200, HTML, page);
  }

  /** Data. */
  public static Answer json(String json) {
    return of(200, JSON, (json + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Nothing but a status. */
  public static Answer empty(int status) {
    return of(status, "", new byte[0]);
  }

  /**
   * Sends the one who asked to another address of this server.
   *
   * @param status 302, 303 or 308
   * @param location a path from the server's root, or relative to the one asked for
   */
  public static Answer redirect(int status, String location) {
    return empty(status).with("Location", location);
  }

  /** The same with another media type; nothing has none. */
  public Answer as(String other) {
    return status == 304 ? this : new Answer(status, other, headers, length, content);
  }

  /** The same with a header more. */
  public Answer with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, type, more, length, content);
  }
}
