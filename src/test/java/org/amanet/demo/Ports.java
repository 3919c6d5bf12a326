package org.amanet.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * Where the parts listen on loopback.
 *
 * @param service of the service itself
 */
public record Ports(int service, int keycloak, int postgres) {

    /** What {@code bin/run} uses unless the environment says otherwise. */
    static Ports ofEnvironment() {
        return new Ports(
                wanted("AMANET_PORT", 8080),
                wanted("AMANET_KEYCLOAK_PORT", 8180),
                wanted("AMANET_POSTGRES_PORT", 5454));
    }

    /** Whatever is free. */
    static Ports free() {
        return new Ports(anyFree(), anyFree(), anyFree());
    }

    void requireFree() {
        requireFree(service, "AMANET_PORT");
        requireFree(keycloak, "AMANET_KEYCLOAK_PORT");
        requireFree(postgres, "AMANET_POSTGRES_PORT");
    }

    private static int wanted(String variable, int otherwise) {
        String value = System.getenv(variable);
        try {
            return value == null ? otherwise : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new Trouble(variable + " is not a port number.");
        }
    }

    private static void requireFree(int port, String variable) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            socket.setReuseAddress(true);
        } catch (IOException e) {
            throw new Trouble(
                    "Port %d is in use. Stop what listens there, or set %s to another port."
                            .formatted(port, variable));
        }
    }

    static int anyFree() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new Trouble("No free port on loopback.", e);
        }
    }

    /** Whether somebody listens there. */
    static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
