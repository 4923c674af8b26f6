package stet.serve.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** The headers of an answer, with those that every answer has unless it says otherwise. */
final class SafeHeaders {
  /** What pages may do: their own script, style and pictures, and nothing from anywhere else. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private SafeHeaders() {}

  static Map<String, String> of(Answer answer) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Security-Policy", POLICY);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put("Cache-Control", "private, no-cache");
    headers.put("Vary", "Cookie, Authorization, Accept");
    if (!answer.type().isEmpty()) {
      headers.put("Content-Type", answer.type());
    }
    headers.putAll(answer.headers());
    return headers;
  }
}
