package stet.notify.channel;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What channels have in common.
 *
 * @param home the collection's folder
 * @param clock tells when a server may be asked again, and signs
 * @param program name and version, as servers are told them
 * @param base address under which the report is published, with a slash at its end; empty for none
 * @param announcer tells a hub of feeds
 * @param environment gives the value of a variable of the environment, null where there is none
 */
public record Surroundings(
    Path home,
    Clock clock,
    String program,
    String base,
    Announcer announcer,
    UnaryOperator<@Nullable String> environment) {}
