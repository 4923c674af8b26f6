package stet.render;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How a browser is started so that it can reach nothing: on Linux in a network namespace of its own
 * that has no interface (network_namespaces(7)), and as nobody where stet itself runs as root, so
 * that the browser's own sandbox works. Where the system has no such thing, the browser's own
 * switches have to do.
 *
 * @param before words of the command before the browser
 * @param cutOff whether the system keeps it from the network, not only its own switches
 * @param asNobody whether it runs as another user than stet
 */
record Confinement(List<String> before, boolean cutOff, boolean asNobody) {
  /** Of the user and of the group that own nothing, on every Linux. */
  static final int NOBODY = 65_534;

  private static final List<String> AS_NOBODY =
      List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
  private static final List<String> OWN_NETWORK =
      List.of("unshare", "--user", "--map-current-user", "--net");

  /** The closest one that works here. */
  static Confinement here() throws IOException {
    boolean root = BrowserProgram.isRoot();
    List<Confinement> kinds = new ArrayList<>();
    if (root) {
      kinds.add(new Confinement(joined(AS_NOBODY, OWN_NETWORK), true, true));
      kinds.add(new Confinement(joined(List.of("unshare", "--net"), AS_NOBODY), true, true));
      kinds.add(new Confinement(AS_NOBODY, false, true));
    } else {
      kinds.add(new Confinement(OWN_NETWORK, true, false));
    }
    for (Confinement kind : kinds) {
      if (kind.works()) {
        return kind;
      }
    }
    return new Confinement(List.of(), false, false);
  }

  private static List<String> joined(List<String> a, List<String> b) {
    List<String> all = new ArrayList<>(a);
    all.addAll(b);
    return List.copyOf(all);
  }

  private boolean works() throws IOException {
    try {
      Process process =
          new ProcessBuilder(joined(before, List.of("true")))
              .redirectInput(Redirect.from(new java.io.File("/dev/null")))
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
      boolean ended = process.waitFor(10, TimeUnit.SECONDS);
      process.destroyForcibly();
      return ended && process.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (IOException e) {
      // There is no such program here.
      return false;
    }
  }
}
