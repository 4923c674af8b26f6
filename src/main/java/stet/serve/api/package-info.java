/**
 * The collection for programs: what the pages show, in the one form of JSON ({@code docs/JSON.md}).
 */
@org.jspecify.annotations.NullMarked
package stet.serve.api;
