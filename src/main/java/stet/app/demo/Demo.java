package stet.app.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import stet.app.AppException;
import stet.capture.Capture;
import stet.fetch.FetchOptions;
import stet.fetch.FetchOutcome;
import stet.fetch.FetchRequest;
import stet.fetch.Fetcher;
import stet.fetch.HostThrottle;
import stet.fetch.Pause;
import stet.fetch.RobotsCache;
import stet.fetch.Validators;
import stet.ingest.Found;
import stet.ingest.ImportOptions;
import stet.ingest.SavedPages;
import stet.track.Accepted;
import stet.track.CollectionWriter;
import stet.track.Progress;

/** The fictional sample stories, served on this machine and fetched as a watch would. */
public final class Demo implements AutoCloseable {
  private static final String STORIES = "/stet/demo";

  private final AutoCloseable owner;
  private final List<Capture> stories;

  private Demo(Path folder, AutoCloseable owner) {
    this.owner = owner;
    this.stories = new ArrayList<>();
    for (Found found : SavedPages.under(List.of(folder), new ImportOptions(null, null, 1 << 20))) {
      stories.add(((Found.Page) found).capture());
    }
    stories.sort(Comparator.comparing(Capture::at));
  }

  /**
   * Opens the stories, which are in the jar or in a folder of classes.
   *
   * @throws AppException when the program was packaged without them
   */
  public static Demo open() throws IOException {
    URL url = Demo.class.getResource(STORIES);
    if (url == null) {
      throw AppException.failed("this stet was packaged without the sample stories");
    }
    try {
      URI uri = url.toURI();
      if (!uri.getScheme().equals("jar")) {
        return new Demo(Path.of(uri), () -> {});
      }
      FileSystem jar = FileSystems.newFileSystem(uri, Map.of());
      return new Demo(jar.getPath(STORIES), jar);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many captures there are. */
  public int size() {
    return stories.size();
  }

  /**
   * Fetches each page at each time at which the story has it change.
   *
   * @throws IOException when this machine cannot serve them, or they cannot be written
   */
  public List<Accepted> visit(CollectionWriter writer, Progress progress) throws IOException {
    try (DemoNewsroom newsroom = new DemoNewsroom(stories);
        Fetcher fetcher = fetcher(newsroom)) {
      Map<String, Validators> known = new HashMap<>();
      List<Capture> captures = new ArrayList<>();
      for (Capture story : stories) {
        newsroom.turnTo(story.at());
        String uri = story.uri();
        FetchOutcome outcome =
            fetcher.fetch(new FetchRequest(newsroom.served(uri), known.get(uri)));
        outcome.captures().forEach(c -> captures.add(DemoNewsroom.asTold(c, uri)));
        if (outcome instanceof FetchOutcome.Answered answered && answered.validators() != null) {
          known.put(uri, answered.validators());
        }
        progress.advance(1);
      }
      return writer.tracker().accept(captures);
    }
  }

  private Fetcher fetcher(DemoNewsroom newsroom) {
    Set<String> own =
        stories.stream().map(s -> newsroom.authority(s.uri())).collect(Collectors.toSet());
    FetchOptions options = FetchOptions.STANDARD.withAllowedPrivateHosts(own);
    return new Fetcher(
        options,
        newsroom.clock(),
        new HostThrottle(options.politeness()),
        new RobotsCache(),
        host -> List.of(InetAddress.getLoopbackAddress()),
        Pause.SLEEP);
  }

  @Override
  public void close() throws IOException {
    try {
      owner.close();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
