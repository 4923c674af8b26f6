package stet.serve.page;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import stet.serve.http.Answer;

/**
 * Answers that were made a moment ago, for others who ask the same before anything changes. What is
 * just being made is not made twice: who asks for it waits, and should hold nothing meanwhile that
 * others need.
 */
final class KeptAnswers {
  private static final long MOST_BYTES = 32L << 20;
  private static final long LARGEST = MOST_BYTES / 64;

  /** Makes an answer. */
  interface Making {
    Answer make() throws IOException;
  }

  private final Map<String, Answer> kept = new LinkedHashMap<>(16, 0.75f, true);
  private final Set<String> made = new HashSet<>();
  private long bytes;

  /**
   * The answer of that tag.
   *
   * @param tag equal only for equal answers
   * @return empty where somebody else is making it: to be asked for again after {@link #await}
   */
  Optional<Answer> get(String tag, Making making) throws IOException {
    synchronized (this) {
      Answer known = kept.get(tag);
      if (known != null) {
        return Optional.of(known);
      }
      if (!made.add(tag)) {
        return Optional.empty();
      }
    }
    try {
      Answer answer = making.make();
      keep(tag, answer);
      return Optional.of(answer);
    } finally {
      synchronized (this) {
        made.remove(tag);
        notifyAll();
      }
    }
  }

  /**
   * Waits for whoever makes the answer of that tag.
   *
   * @throws InterruptedIOException when interrupted
   */
  synchronized void await(String tag) throws InterruptedIOException {
    try {
      while (made.contains(tag)) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while an answer was made");
    }
  }

  private synchronized void keep(String tag, Answer answer) {
    if (answer.status() != 200 || answer.length() < 0 || answer.length() > LARGEST) {
      return;
    }
    if (kept.put(tag, answer) == null) {
      bytes += answer.length();
    }
    Iterator<Answer> oldest = kept.values().iterator();
    while (bytes > MOST_BYTES) {
      bytes -= oldest.next().length();
      oldest.remove();
    }
  }
}
