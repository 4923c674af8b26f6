package stet.serve.http;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** All routes of a server; the first that fits answers. */
public final class Routes {
  private final List<Route> routes;

  public Routes(List<Route> routes) {
    this.routes = List.copyOf(routes);
  }

  /** All of them, in order. */
  public List<Route> all() {
    return routes;
  }

  /** The beginnings of paths that go on with something that is taken as it was sent. */
  List<String> verbatim() {
    return routes.stream().flatMap(r -> r.verbatim().stream()).toList();
  }

  /** The open route of exactly that method and path. */
  Optional<Route> open(String method, List<String> path) {
    return routes.stream()
        .filter(r -> r.isOpen() && r.method().equals(method) && r.isAt(path))
        .findFirst();
  }

  /**
   * The route of a request behind the guards.
   *
   * @throws HttpProblem 404 or 405 when there is none
   */
  Route of(String method, List<String> path) {
    String asked = method.equals("HEAD") ? "GET" : method;
    Set<String> others = new TreeSet<>();
    for (Route route : routes) {
      if (!route.isOpen() && route.isAt(path)) {
        if (route.method().equals(asked)) {
          return route;
        }
        others.add(route.method());
      }
    }
    if (others.isEmpty()) {
      throw HttpProblem.notFound();
    }
    throw HttpProblem.notAllowed(others);
  }
}
