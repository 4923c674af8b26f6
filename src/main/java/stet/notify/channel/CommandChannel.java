package stet.notify.channel;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import stet.capture.EnumId;
import stet.notify.Channel;
import stet.notify.Delivery;
import stet.notify.Finding.Story;
import stet.notify.Message;
import stet.text.OneLine;
import stet.text.SafeText;
import stet.text.Truncation;

/**
 * Runs a program. It is given as a list of arguments and no shell reads it, so nothing of a page
 * can become a command. The message is JSON on its standard input; the environment has some of it
 * and little else. What it exits with is the outcome: 0, 75 ({@code EX_TEMPFAIL} of sysexits.h),
 * others.
 */
final class CommandChannel implements Channel {
  private static final int TEMPORARY = 75;
  private static final int LONGEST_OUTPUT = 1_024;
  private static final int LONGEST_VARIABLE = 1_000;
  private static final List<String> INHERITED =
      List.of("PATH", "HOME", "USER", "LANG", "LC_ALL", "TZ", "TMPDIR", "SystemRoot");

  private final ChannelSettings settings;
  private final Path home;
  private final UnaryOperator<@Nullable String> environment;

  CommandChannel(ChannelSettings settings, Surroundings surroundings) {
    this.settings = settings;
    this.home = surroundings.home();
    this.environment = surroundings.environment();
  }

  @Override
  public Delivery deliver(Message message, String thread) throws InterruptedException {
    String program = settings.list("command").get(0);
    ProcessBuilder builder = new ProcessBuilder(settings.list("command"));
    builder.directory(home.toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(variables(message));
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      String problem = CommandFile.problem(program, home, environment);
      return new Delivery.Refused(
          key("command") + (problem.isEmpty() ? "cannot run '" + program + "'" : problem), true);
    }
    try {
      return outcome(process, AlertBody.of(message));
    } finally {
      end(process);
    }
  }

  private Delivery outcome(Process process, String body) throws InterruptedException {
    Output output = new Output(process.getInputStream());
    daemon(() -> write(process.getOutputStream(), body));
    Thread reader = daemon(output);
    int timeout = settings.number("timeout");
    if (!process.waitFor(timeout, TimeUnit.SECONDS)) {
      end(process);
      reader.join(1_000);
      return new Delivery.Later(
          null,
          key("timeout")
              + "the command was ended after "
              + timeout
              + (timeout == 1 ? " second" : " seconds")
              + output.words());
    }
    // What it started may hold its output open for as long as it likes.
    reader.join(1_000);
    int code = process.exitValue();
    if (code == 0) {
      return new Delivery.Sent("");
    }
    String why = key("command") + "it ended with exit code " + code + output.words();
    return code == TEMPORARY ? new Delivery.Later(null, why) : new Delivery.Refused(why, false);
  }

  private String key(String name) {
    return settings.keys(name) + ": ";
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "stet-alert-command");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void write(OutputStream to, String body) {
    try (to) {
      to.write((body + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // It need not read what it is given.
    }
  }

  /** Ends a program and all that it started and that is still known as its own. */
  private static void end(Process process) {
    List<ProcessHandle> all = process.descendants().toList();
    process.destroyForcibly();
    all.forEach(ProcessHandle::destroyForcibly);
  }

  private Map<String, String> variables(Message message) {
    Map<String, String> all = new TreeMap<>();
    for (String name : INHERITED) {
      String value = environment.apply(name);
      if (value != null) {
        all.put(name, value);
      }
    }
    put(all, "ID", message.id());
    put(all, "KIND", EnumId.of(message.kind()));
    put(all, "RULE", message.rule());
    put(all, "SITE", message.site());
    put(all, "TITLE", message.title());
    put(all, "FINDINGS", Integer.toString(message.entries().size()));
    Story story = message.entries().get(0).finding().story();
    put(all, "ARTICLE", story == null ? "" : story.key());
    put(all, "OUTLET", story == null ? "" : story.outlet());
    put(all, "HEADLINE", story == null ? "" : story.headline());
    put(all, "URI", story == null ? "" : story.uri());
    put(all, "LINK", story == null ? "" : story.link());
    return all;
  }

  private static void put(Map<String, String> all, String name, String value) {
    all.put(
        "STET_ALERT_" + name,
        Truncation.head(
            OneLine.of(Truncation.head(value, 4 * LONGEST_VARIABLE)), LONGEST_VARIABLE));
  }

  /** The beginning of what a program says; the rest is read and forgotten, so that it can end. */
  private static final class Output implements Runnable {
    private final InputStream from;
    private final byte[] kept = new byte[LONGEST_OUTPUT];
    private int size;

    Output(InputStream from) {
      this.from = from;
    }

    @Override
    public void run() {
      byte[] buffer = new byte[8_192];
      try {
        for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
          keep(buffer, n);
        }
      } catch (IOException e) {
        // It was ended.
      }
    }

    private synchronized void keep(byte[] buffer, int n) {
      int some = Math.min(n, kept.length - size);
      System.arraycopy(buffer, 0, kept, size, some);
      size += some;
    }

    synchronized String words() {
      String said = OneLine.of(new String(kept, 0, size, StandardCharsets.UTF_8));
      return said.isEmpty() ? "" : ": " + SafeText.escaped(said);
    }
  }
}
