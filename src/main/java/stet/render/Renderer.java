package stet.render;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Renders pages, one after the other, each in a profile of its own. The browser starts with the
 * first page; one that crashes, hangs or has shown many pages is ended with all its children and
 * replaced. Blocking, and for one thread at a time.
 */
public final class Renderer implements AutoCloseable {
  /** A browser forgets pages, but not all that they made it take. */
  private static final int PAGES = 50;

  private static final int REQUESTS_AT_ONCE = 6;

  private final BrowserProgram program;
  private final boolean sandbox;
  private final Trackers trackers = Trackers.read();
  private @Nullable Confinement confinement;
  private @Nullable BrowserProcess browser;
  private int shown;

  /**
   * @param sandbox whether the browser has to start its own sandbox, without which what a page does
   *     to a flaw of the browser it does to this user's files
   */
  public Renderer(BrowserProgram program, boolean sandbox) {
    this.program = program;
    this.sandbox = sandbox;
  }

  /**
   * Renders a page.
   *
   * @throws RenderException when the browser does not start, or fails at this page
   */
  public Rendered render(RenderRequest request) throws IOException {
    ExecutorService workers =
        Executors.newFixedThreadPool(
            REQUESTS_AT_ONCE,
            work -> {
              Thread thread = new Thread(work, "page-files");
              thread.setDaemon(true);
              return thread;
            });
    try {
      return new PageRender(devTools(), request, trackers, workers).run();
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    } finally {
      workers.shutdownNow();
    }
  }

  private DevTools devTools() throws IOException {
    if (browser != null && (shown >= PAGES || !browser.isAlive())) {
      close();
    }
    if (browser == null) {
      if (confinement == null) {
        confinement = Confinement.here();
      }
      browser = BrowserProcess.start(program, confinement, sandbox);
      shown = 0;
    }
    shown++;
    return browser.devTools();
  }

  /** Whether the system keeps the browser from the network, beside its own switches. */
  public boolean isCutOff() throws IOException {
    if (confinement == null) {
      confinement = Confinement.here();
    }
    return confinement.cutOff();
  }

  @Override
  public void close() {
    if (browser != null) {
      BrowserProcess ended = browser;
      browser = null;
      ended.close();
    }
  }
}
