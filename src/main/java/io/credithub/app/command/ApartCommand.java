package io.credithub.app.command;

import java.util.concurrent.Callable;

/// A command of the launcher that is no part of the server, as the demo is none.
///
/// It is made by its public constructor, and named in `META-INF/services` beside it.
public interface ApartCommand extends Callable<Integer> {}
