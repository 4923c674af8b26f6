package stet.serve.http;

/** A request that is refused, with what the one who asked is told (RFC 9457). */
public final class HttpProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  /**
   * @param status of the answer, 400 to 599
   * @param detail one sentence for a person
   */
  public HttpProblem(int status, String detail) {
    super(detail, null, false, false);
    this.status = status;
  }

  /** What is asked for is not there. */
  public static HttpProblem notFound() {
    return new HttpProblem(404, "There is nothing here.");
  }

  /** The status of the answer. */
  public int status() {
    return status;
  }

  /** What is wrong, for a person. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
