package org.porchlight.embedded.simulator;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.context.annotation.PropertySource;

/** Points the messaging module at the simulator, where nothing else is configured. */
@Configuration(proxyBeanMethods = false)
@Profile({"embedded", "test"})
@PropertySource("classpath:simulator/simulator.properties")
class SimulatorConfiguration {}
