package stet.render;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import stet.text.OneLine;
import stet.text.Truncation;

/**
 * A running browser with a profile of its own, which is gone afterwards. It is spoken to over
 * pipes, so that nobody else on the machine can, and so that it ends when this program does.
 */
final class BrowserProcess implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration END = Duration.ofSeconds(3);

  /** Chromium speaks over the descriptors 3 and 4, which Java cannot give to a program. */
  private static final List<String> PIPES =
      List.of("sh", "-c", "exec \"$@\" 3<&0 4>&1 0</dev/null 1>&2", "sh");

  private static final List<String> SWITCHES =
      List.of(
          "--headless=new",
          "--remote-debugging-pipe",
          "--no-first-run",
          "--no-default-browser-check",
          "--disable-gpu",
          "--disable-dev-shm-usage",
          "--disable-extensions",
          "--disable-default-apps",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-domain-reliability",
          "--disable-client-side-phishing-detection",
          "--disable-sync",
          "--disable-breakpad",
          "--disable-quic",
          "--no-pings",
          "--mute-audio",
          "--hide-scrollbars",
          "--block-new-web-contents",
          "--deny-permission-prompts",
          "--force-color-profile=srgb",
          "--lang=en-US",
          // Frames of other sites stay in the page's own process, so that one session sees all
          // requests. A profile that is thrown away has no secrets that sites must not see.
          "--disable-site-isolation-trials",
          "--disable-features=IsolateOrigins,site-per-process,Translate,OptimizationHints,"
              + "MediaRouter,DialMediaRouteProvider,InterestFeedContentSuggestions",
          // Where the system does not keep it from the network, this does.
          "--host-resolver-rules=MAP * ~NOTFOUND",
          "--proxy-server=stet.invalid:9",
          "--proxy-bypass-list=<-loopback>",
          "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
          "--js-flags=--max-old-space-size=512");

  private final Process process;
  private final Path folder;
  private final DevTools devTools;

  private BrowserProcess(Process process, Path folder) {
    this.process = process;
    this.folder = folder;
    this.devTools = new DevTools(process.getInputStream(), process.getOutputStream());
  }

  /**
   * Starts one and waits until it answers.
   *
   * @param sandbox whether its own sandbox has to be on
   * @throws RenderException when it does not start; the message is its own last word
   */
  static BrowserProcess start(BrowserProgram program, Confinement confinement, boolean sandbox)
      throws IOException {
    if (sandbox && BrowserProgram.isRoot() && !confinement.asNobody()) {
      throw new RenderException(
          "Chromium's sandbox does not work for root, and nothing here starts it as another user;"
              + " STET_BROWSER_SANDBOX=off does without");
    }
    Path folder = Files.createTempDirectory("stet-browser");
    Path errors = folder.resolve("errors.txt");
    BrowserProcess browser = null;
    try {
      Path profile = Files.createDirectory(folder.resolve("profile"));
      if (confinement.asNobody()) {
        give(folder);
        give(profile);
      }
      ProcessBuilder builder =
          new ProcessBuilder(command(program, confinement, sandbox, profile))
              .redirectError(Redirect.to(errors.toFile()))
              .directory(new File("/"));
      builder.environment().put("HOME", profile.toString());
      builder.environment().keySet().removeIf(name -> name.startsWith("STET_"));
      browser = new BrowserProcess(builder.start(), folder);
      browser.devTools.call("", "Browser.getVersion", DevTools.object(), START);
      return browser;
    } catch (IOException e) {
      String said = said(errors);
      if (browser != null) {
        browser.close();
      } else {
        remove(folder);
      }
      throw new RenderException(
          "'" + program.path() + "' does not start" + (said.isEmpty() ? "" : ": " + said), e);
    }
  }

  private static void give(Path path) throws IOException {
    Files.setAttribute(path, "unix:uid", Confinement.NOBODY);
    Files.setAttribute(path, "unix:gid", Confinement.NOBODY);
  }

  private static List<String> command(
      BrowserProgram program, Confinement confinement, boolean sandbox, Path profile) {
    List<String> command = new ArrayList<>(confinement.before());
    command.addAll(PIPES);
    command.add(program.path().toString());
    command.addAll(SWITCHES);
    command.add("--user-data-dir=" + profile);
    if (!sandbox) {
      command.add("--no-sandbox");
    }
    command.add("about:blank");
    return command;
  }

  /** The line of an ended browser that tells most, which is mostly its last. */
  private static String said(Path errors) {
    try {
      String all = new String(Files.readAllBytes(errors), StandardCharsets.ISO_8859_1);
      List<String> lines = all.lines().filter(l -> !l.isBlank()).toList();
      String told =
          lines.stream()
              .filter(l -> l.contains("FATAL") || l.contains("sandbox"))
              .findFirst()
              .orElse(lines.isEmpty() ? "" : lines.get(lines.size() - 1));
      return Truncation.head(OneLine.of(told), 200);
    } catch (IOException e) {
      return "";
    }
  }

  DevTools devTools() {
    return devTools;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Ends it with all its children, politely for a moment. */
  @Override
  public void close() {
    List<ProcessHandle> children = process.descendants().toList();
    devTools.close();
    try {
      if (!process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    kill(process.toHandle());
    children.forEach(BrowserProcess::kill);
    remove(folder);
  }

  private static void kill(ProcessHandle handle) {
    handle.descendants().forEach(ProcessHandle::destroyForcibly);
    handle.destroyForcibly();
    handle.onExit().completeOnTimeout(handle, END.toMillis(), TimeUnit.MILLISECONDS).join();
  }

  private static void remove(Path folder) {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.deleteIfExists(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e)
                throws IOException {
              Files.deleteIfExists(dir);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      // A temporary folder that stays behind is no reason to lose a page.
    }
  }
}
