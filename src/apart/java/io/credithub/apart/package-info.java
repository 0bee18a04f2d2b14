/// What stands apart from the server and is not in its image: the demo and the bench, as commands
/// of the launcher and as guests inside a running hub. Begin with `demo.DemoCommand`.
@NullMarked
package io.credithub.apart;

import org.jspecify.annotations.NullMarked;
