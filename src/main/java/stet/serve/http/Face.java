package stet.serve.http;

import org.jspecify.annotations.Nullable;

/** What a server says where no action answers, in the look of its pages. */
public interface Face {
  /**
   * A refusal.
   *
   * @param asked null where the request could not be read
   * @param html whether a page is wanted rather than data
   */
  Answer refusal(@Nullable Asked asked, HttpProblem problem, boolean html);

  /** The page on which a token or a password is typed. */
  Answer login(Asked asked, String wrong);

  /**
   * What went wrong, as what is to be told; the program's own faults are told nobody but the log.
   */
  HttpProblem problem(Exception thrown);
}
