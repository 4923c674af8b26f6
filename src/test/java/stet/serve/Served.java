package stet.serve;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import stet.app.CollectionHome;
import stet.app.ServedCollection;
import stet.cli.Cli;
import stet.report.ReportOptions;
import stet.serve.http.Access;
import stet.serve.http.Listening;
import stet.serve.http.Route;

/** A server over a collection, on a free port of this machine, and somebody who asks it. */
public final class Served implements AutoCloseable {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-04-02T09:00:00Z"), ZoneOffset.UTC);

  private final ServedCollection collection;
  private final StetServer server;
  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private final List<Exception> faults = new CopyOnWriteArrayList<>();
  private final String base;

  private Served(Path home, Access access, String base, Set<String> names, Set<String> proxies)
      throws IOException {
    this.base = base;
    this.collection = ServedCollection.open(new CollectionHome(home), CLOCK);
    this.server =
        new StetServer(
            collection,
            new ReportOptions("Port Alder, fictional", ZoneId.of("UTC"), "stet test"),
            new Listening("127.0.0.1", 0, base, names, proxies),
            access,
            faults::add);
    server.start();
  }

  /** The sample of the program, served to whoever reaches it. */
  public static Served sample(Path home) throws IOException {
    fill(home);
    return of(home, Access.OWN_MACHINE);
  }

  /** Puts the sample of the program into a folder. */
  static void fill(Path home) {
    Cli.run("import", "--home", home, "snapshots/sample");
  }

  /** Any collection. */
  public static Served of(Path home, Access access) throws IOException {
    return new Served(home, access, "", Set.of(), Set.of());
  }

  static Served of(Path home, Access access, String base, Set<String> names, Set<String> proxies)
      throws IOException {
    return new Served(home, access, base, names, proxies);
  }

  /** The address of a path. */
  public String at(String path) {
    return "http://127.0.0.1:" + server.port() + base + path;
  }

  /** Every address that it answers. */
  List<Route> routes() {
    return server.routes();
  }

  int port() {
    return server.port();
  }

  /** The program's own faults, of which there should be none. */
  public List<Exception> faults() {
    return faults;
  }

  /** What is answered to a request that reads. */
  public HttpResponse<String> get(String path, String... headers) throws IOException {
    return send(request(path, headers).GET());
  }

  /** What is answered to a form. */
  public HttpResponse<String> post(String path, String form, String... headers) throws IOException {
    return send(
        request(path, headers)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  HttpResponse<String> postJson(String path, String json, String... headers) throws IOException {
    return send(
        request(path, headers)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  /** What is answered to any request. */
  public HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** A request that can still be changed. */
  public HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(at(path)));
    return headers.length == 0 ? request : request.headers(headers);
  }

  @Override
  public void close() {
    server.close();
    collection.close();
  }
}
