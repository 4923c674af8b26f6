package stet.serve.memento;

import java.util.List;
import java.util.Set;
import stet.app.Mementos;
import stet.app.ServedCollection;
import stet.serve.http.HttpProblem;
import stet.serve.http.Role;
import stet.serve.http.Route;
import stet.track.Collection;

/** All that a Memento client asks: TimeGates, TimeMaps and mementos. */
public final class MementoRoutes {
  private MementoRoutes() {}

  /** The routes, for the server's table. */
  public static List<Route> of(ServedCollection collection) {
    TimeMap timeMap = new TimeMap(collection);
    return List.of(
        Route.get("timegate/{uri...}", Role.VIEWER, new TimeGate(collection)::answer),
        Route.get("timemap/link/{uri...}", Role.VIEWER, timeMap::links),
        Route.get("timemap/json/{uri...}", Role.VIEWER, timeMap::json),
        Route.get("memento/{uri...}", Role.VIEWER, new Archived(collection)::answer));
  }

  /**
   * Where a memento is, from the server's first folder.
   *
   * @param raw whether as archived, rather than to be read
   */
  public static String path(Mementos.Memento memento, boolean raw) {
    return Places.path(memento, raw ? Places.RAW : "");
  }

  /** The mementos of a page that was asked for. */
  static Mementos mementos(Collection collection, Set<String> addresses) {
    return Mementos.find(collection, addresses)
        .orElseThrow(() -> new HttpProblem(404, "No capture of that address is kept here."));
  }
}
