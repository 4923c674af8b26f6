package stet.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import stet.app.ServedCollection;
import stet.app.live.OwnWatch;
import stet.cli.console.Browser;
import stet.cli.console.Console;
import stet.cli.console.ExitCode;
import stet.cli.console.Failure;
import stet.cli.console.StopSignal;
import stet.cli.console.Version;
import stet.cli.option.Arguments;
import stet.cli.option.HomeOption;
import stet.cli.print.FetchPrinter;
import stet.serve.StetServer;
import stet.serve.http.Access;
import stet.serve.http.Listening;
import stet.watch.Watcher;

@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Opens the collection in the browser: newest edits, any two versions, search. Others may"
            + " fetch and import meanwhile.")
final class ServeCommand implements Callable<Integer> {
  @Mixin private HomeOption home;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port to listen on; 8080 if not given, 0 for any that is free.")
  private int port = 8080;

  @Option(
      names = "--listen",
      paramLabel = "HOST",
      description =
          "Address of this machine to listen on; 127.0.0.1 if not given. On any that others can"
              + " reach, --token-file is needed.")
  private String listen = "127.0.0.1";

  @Option(
      names = "--name",
      paramLabel = "HOST",
      description = "Name under which the server is asked for, besides localhost; may be repeated.")
  private List<String> names = List.of();

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "Lines 'reader TOKEN' and 'editor TOKEN'; who has none may not read.")
  private @Nullable Path tokens;

  @Option(names = "--public", description = "Who has no token may read, and not write.")
  private boolean open;

  @Option(
      names = "--base-path",
      paramLabel = "/PATH",
      description = "Path under which everything lies, behind a proxy.")
  private String base = "";

  @Option(
      names = "--proxy",
      paramLabel = "ADDRESS",
      description = "Address of a proxy whose 'Forwarded' is believed; may be repeated.")
  private List<String> proxies = List.of();

  @Option(
      names = "--watch",
      description = "Watches, too, as 'stet watch' does, with one line for each check.")
  private boolean watches;

  @Option(names = "--open", description = "Opens the collection in this machine's browser.")
  private boolean opens;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      description = "Ends by itself after so long: 90s, 30m, 12h, 2d.")
  private @Nullable String length;

  @Option(
      names = "--hash-password",
      description =
          "Serves nothing; reads a password from standard input and prints what may stand for it in"
              + " the file of tokens.")
  private boolean hash;

  private final Console console;

  ServeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (hash) {
      console.out().println(Access.hashed(password()));
      return ExitCode.DONE;
    }
    Access access = access();
    Listening listening = listening();
    long millis = length == null ? Long.MAX_VALUE : Arguments.duration("--for", length).toMillis();
    home.bringUpToDate(console);
    try (StopSignal signal = new StopSignal();
        ServedCollection collection = ServedCollection.open(home.at(), console.clock())) {
      return serve(signal, collection, server(collection, listening, access), millis);
    }
  }

  private int serve(StopSignal signal, ServedCollection collection, StetServer server, long millis)
      throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    signal.stops(stopped::countDown);
    try (server) {
      start(server);
      console.out().println(address(listen, server.port()));
      console.out().flush();
      if (opens) {
        Browser.open(address(reachable(), server.port()), console);
      }
      if (!watches) {
        stopped.await(millis, TimeUnit.MILLISECONDS);
        return ExitCode.DONE;
      }
      return watch(collection, stopped, millis);
    }
  }

  /** What ends the server ends the watch first; what ends the watch alone is said. */
  private int watch(ServedCollection collection, CountDownLatch stopped, long millis)
      throws InterruptedException {
    try (OwnWatch watch =
        OwnWatch.start(collection, new FetchPrinter(console), Version.text(), this::unwatched)) {
      stopped.await(millis, TimeUnit.MILLISECONDS);
      watch.close();
      Watcher.Pass pass = watch.pass();
      if (pass == null) {
        return ExitCode.PARTLY;
      }
      console.say("stopped after " + FetchPrinter.summary(pass));
      return pass.unkept() > 0 ? ExitCode.PARTLY : ExitCode.DONE;
    } catch (IOException | RuntimeException e) {
      unwatched(e);
    }
    stopped.await(millis, TimeUnit.MILLISECONDS);
    return ExitCode.PARTLY;
  }

  private String address(String host, int at) {
    String name = host.contains(":") ? "[" + host + "]" : host;
    return "http://" + name + ":" + at + path() + "/";
  }

  /** Where a browser of this machine asks. */
  private String reachable() {
    InetAddress address = address();
    return address.isAnyLocalAddress() ? (listen.contains(":") ? "::1" : "127.0.0.1") : listen;
  }

  private void unwatched(Exception e) {
    console.say("nothing is watched: " + Commands.reason(e));
  }

  private String password() throws IOException {
    var lines = new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8));
    String line = lines.readLine();
    if (line == null || line.isBlank()) {
      throw new Failure(ExitCode.USAGE, "there is no password on standard input");
    }
    return line.strip();
  }

  private StetServer server(ServedCollection collection, Listening listening, Access access)
      throws IOException {
    return new StetServer(
        collection,
        home.at().settings().report(Version.text()),
        listening,
        access,
        e -> console.say(String.valueOf(e)));
  }

  private void start(StetServer server) {
    try {
      server.start();
    } catch (IOException e) {
      throw new Failure(
          ExitCode.FAILED,
          "cannot listen on '" + listen + "', port " + port + ": " + e.getMessage());
    }
  }

  private Access access() throws IOException {
    if (tokens == null) {
      if (!isOwnMachine() || open) {
        throw new Failure(
            ExitCode.USAGE,
            "others can reach '" + listen + "': name a file of tokens with --token-file");
      }
      return Access.OWN_MACHINE;
    }
    try {
      return Access.of(Files.readAllLines(tokens), open);
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, "'" + tokens + "': " + e.getMessage());
    }
  }

  private boolean isOwnMachine() {
    return address().isLoopbackAddress();
  }

  private InetAddress address() {
    try {
      return InetAddress.getByName(listen);
    } catch (UnknownHostException e) {
      throw new Failure(ExitCode.USAGE, "'" + listen + "' is no address of this machine");
    }
  }

  private String path() {
    return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
  }

  private Listening listening() {
    if (port < 0 || port > 65_535) {
      throw new Failure(ExitCode.USAGE, "--port '" + port + "' is no port");
    }
    String path = path();
    if (!path.matches("(?:/[A-Za-z0-9._~-]+)*")) {
      throw new Failure(ExitCode.USAGE, "--base-path '" + base + "' is no path such as /stet");
    }
    Set<String> known =
        names.stream().map(n -> n.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    return new Listening(listen, port, path, known, Set.copyOf(proxies));
  }
}
