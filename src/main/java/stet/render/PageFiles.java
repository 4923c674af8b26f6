package stet.render;

import java.util.Optional;
import stet.capture.Capture;

/** Where the files come from that a page needs beside itself. Is asked from several threads. */
@FunctionalInterface
public interface PageFiles {
  /** For pages of which nothing else is kept. */
  PageFiles NONE = (uri, accept) -> Optional.empty();

  /**
   * Gets one with GET.
   *
   * @param uri an http or https address, as the page's script or markup makes it
   * @param accept what the page takes, as a browser writes it
   * @return the answer, a redirect or an error too; empty where there is none
   * @throws InterruptedException when nobody waits for it any more
   */
  Optional<Capture> get(String uri, String accept) throws InterruptedException;
}
