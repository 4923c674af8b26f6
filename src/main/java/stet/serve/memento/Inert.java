package stet.serve.memento;

import stet.serve.http.Answer;

/** Headers of answers that hold a page of others, so that it can do nothing in a browser. */
final class Inert {
  private Inert() {}

  /**
   * The answer in a sandbox: without scripts and forms, in an origin of its own that reads nothing
   * of this server, and loading nothing.
   *
   * @param allowed further directives of the policy, each with a semicolon in front
   */
  static Answer of(Answer answer, String allowed) {
    return answer
        .with(
            "Content-Security-Policy",
            "sandbox; default-src 'none'; base-uri 'none'; form-action 'none';"
                + " frame-ancestors 'none'"
                + allowed)
        // HTML lets nothing be in a sandbox and in a group of windows of its own.
        .with("Cross-Origin-Opener-Policy", "unsafe-none")
        .with("X-DNS-Prefetch-Control", "off");
  }
}
