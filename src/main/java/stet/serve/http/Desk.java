package stet.serve.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes a request through the guards to the one who answers it. */
final class Desk {
  /** A form of ours has a few lines; files are sent by another way. */
  private static final int FORM = 1 << 16;

  private static final String LOGIN = "login";
  private static final String LOGOUT = "logout";

  private final Listening listening;
  private final Routes routes;
  private final Face face;
  private final Gate gate;
  private final HostGuard hosts;

  Desk(Listening listening, Routes routes, Face face, Gate gate) {
    this.listening = listening;
    this.routes = routes;
    this.face = face;
    this.gate = gate;
    this.hosts = new HostGuard(listening.names());
  }

  /**
   * The answer to a request; never fails.
   *
   * @param path decoded parts of the path, in order
   * @param query the decoded parameters
   */
  Answer answer(Asked.Facts facts, List<String> path, Map<String, List<String>> query) {
    Asked asked = null;
    boolean html = facts.header("Accept").orElse("").contains("text/html") && !isData(path);
    try {
      Proxied proxied = Proxied.of(facts, listening.proxies());
      Optional<Route> open = open(facts, path, proxied);
      if (open.isPresent()) {
        return open.get()
            .action()
            .answer(new Asked(facts, below(path), query, Role.NOBODY, "", ""));
      }
      hosts.check(proxied.host());
      List<String> below = below(path);
      Optional<String> session = cookie(facts.header("Cookie").orElse(""));
      // A page that nobody may read yet is still given its own way to log in.
      String here = proxied.origin() + home();
      asked = new Asked(facts, below, query, Role.NOBODY, "", here);
      Gate.Visitor visitor = gate.visitor(session, facts.header("Authorization"), proxied.peer());
      asked = new Asked(facts, below, query, visitor.role(), visitor.token(), here);
      if (isWrite(facts.method())) {
        if (!isOwn(below)) {
          // What is not answered by anybody needs no look at where it came from.
          routes.of(facts.method(), below);
        }
        asked = withForm(asked, facts, visitor);
        OriginGuard.check(asked, proxied.host(), visitor.token(), visitor.bearer());
      }
      return routed(asked, session.orElse(""), proxied, html);
    } catch (Exception e) {
      HttpProblem problem = e instanceof HttpProblem told ? told : face.problem(e);
      Answer refusal = face.refusal(asked, problem, html);
      return problem.allowed().isEmpty() ? refusal : refusal.with("Allow", problem.allowed());
    }
  }

  /** The open route of a request under a name at which that one, or any, is answered. */
  private Optional<Route> open(Asked.Facts facts, List<String> path, Proxied proxied) {
    Optional<Route> open =
        isBelow(path) ? routes.open(facts.method(), below(path)) : Optional.empty();
    open.ifPresent(route -> hosts.check(proxied.host(), route.openTo()));
    return open;
  }

  private static boolean isOwn(List<String> path) {
    return path.equals(List.of(LOGIN)) || path.equals(List.of(LOGOUT));
  }

  /** Whether an address is one of data: what is wrong there is told a program. */
  private boolean isData(List<String> path) {
    int base = (int) listening.base().chars().filter(c -> c == '/').count();
    return path.size() > base
        && (path.get(base).equals("api") || path.get(path.size() - 1).endsWith(".json"));
  }

  /** The answer to a request that cannot be read. */
  Answer unread(int status, String detail) {
    return face.refusal(null, new HttpProblem(status, detail), false);
  }

  private static boolean isWrite(String method) {
    return !method.equals("GET") && !method.equals("HEAD") && !method.equals("OPTIONS");
  }

  /** The path below the server's base. */
  private List<String> below(List<String> path) {
    if (listening.base().isEmpty()) {
      return path;
    }
    if (!isBelow(path)) {
      throw HttpProblem.notFound();
    }
    List<String> below = path.subList(base().size(), path.size());
    return below.equals(List.of("")) ? List.of() : below;
  }

  private boolean isBelow(List<String> path) {
    List<String> base = base();
    return base.isEmpty() || path.size() > base.size() && path.subList(0, base.size()).equals(base);
  }

  private List<String> base() {
    String base = listening.base();
    return base.isEmpty() ? List.of() : List.of(base.substring(1).split("/"));
  }

  private static Optional<String> cookie(String header) {
    for (String pair : header.split(";")) {
      String[] parts = pair.strip().split("=", 2);
      if (parts.length == 2 && parts[0].equals(Gate.COOKIE)) {
        return Optional.of(parts[1]);
      }
    }
    return Optional.empty();
  }

  /** A form's fields count as parameters. */
  private static Asked withForm(Asked asked, Asked.Facts facts, Gate.Visitor visitor)
      throws IOException {
    String type = asked.header("Content-Type").orElse("");
    if (!type.toLowerCase(java.util.Locale.ROOT).startsWith("application/x-www-form-urlencoded")) {
      return asked;
    }
    Map<String, List<String>> all = new LinkedHashMap<>(asked.query());
    String form = new String(asked.content(FORM), StandardCharsets.UTF_8);
    Parameters.of(form)
        .forEach(
            (name, values) -> {
              List<String> both = new ArrayList<>(all.getOrDefault(name, List.of()));
              both.addAll(values);
              all.put(name, both);
            });
    return new Asked(facts, asked.path(), all, visitor.role(), visitor.token(), asked.here());
  }

  private Answer routed(Asked asked, String session, Proxied proxied, boolean html)
      throws IOException {
    if (asked.path().equals(List.of(LOGIN)) && gate.hasKeys()) {
      return login(asked, proxied);
    }
    if (asked.path().equals(List.of(LOGOUT)) && asked.method().equals("POST")) {
      gate.logout(session);
      return Answer.redirect(303, home()).with("Set-Cookie", cookie("", 0, proxied.secure()));
    }
    Route route = routes.of(asked.method(), asked.path());
    if (asked.role().may(route.needs())) {
      return route.action().answer(asked);
    }
    if (asked.role() == Role.NOBODY && html && gate.hasKeys()) {
      return face.login(asked, "");
    }
    throw asked.role() == Role.NOBODY
        ? new HttpProblem(401, "Log in first, or send a token.")
        : new HttpProblem(403, "You may read here and not write.");
  }

  private Answer login(Asked asked, Proxied proxied) {
    if (!asked.method().equals("POST")) {
      return face.login(asked, "");
    }
    try {
      String session = gate.login(asked.query("secret"), proxied.peer());
      return Answer.redirect(303, home())
          .with("Set-Cookie", cookie(session, 604_800, proxied.secure()));
    } catch (HttpProblem wrong) {
      Answer again = face.login(asked, wrong.detail());
      return new Answer(
          wrong.status(), again.type(), again.headers(), again.length(), again.content());
    }
  }

  private String home() {
    return listening.base() + "/";
  }

  private String cookie(String value, int seconds, boolean secure) {
    return Gate.COOKIE
        + "="
        + value
        + "; Path="
        + home()
        + "; Max-Age="
        + seconds
        + "; HttpOnly; SameSite=Strict"
        + (secure ? "; Secure" : "");
  }
}
