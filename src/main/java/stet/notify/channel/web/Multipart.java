package stet.notify.channel.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A form with a file (RFC 7578). Its boundary is the message's id, which no PNG has in it. */
public final class Multipart {
  private final String boundary;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  public Multipart(String boundary) {
    this.boundary = boundary;
  }

  /** Adds a field. */
  public Multipart text(String name, String value) {
    part(
        "name=\"" + name + "\"",
        "text/plain; charset=utf-8",
        value.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Adds a file. */
  public Multipart file(String name, String fileName, String type, byte[] content) {
    part("name=\"" + name + "\"; filename=\"" + fileName + "\"", type, content);
    return this;
  }

  private void part(String disposition, String type, byte[] content) {
    String head =
        "--"
            + boundary
            + "\r\nContent-Disposition: form-data; "
            + disposition
            + "\r\nContent-Type: "
            + type
            + "\r\n\r\n";
    body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
  }

  /** Its media type with the boundary. */
  public String type() {
    return "multipart/form-data; boundary=" + boundary;
  }

  /** All of it. */
  public byte[] bytes() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(body.toByteArray());
    all.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return all.toByteArray();
  }
}
