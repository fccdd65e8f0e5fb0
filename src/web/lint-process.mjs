// The rules for processes that bpmnlint does not know (see bpmn/README.md).

const GENERATED = /^(Flow|Gateway|Activity|Event)_[0-9a-z]{7}$/;

/** Reports (element id, what to change). `forms`, `decisions`: the names of the form and decision files. */
export function lintProcess(definitions, name, forms, decisions, report) {
  const processes = definitions.rootElements.filter((element) => element.$type === 'bpmn:Process');
  if (processes.length !== 1 || processes[0].id !== name) {
    report('process', `one process with the file's name as its id: ${name}`);
  }
  const elements = [];
  processes.forEach((process) => collect(process, elements));
  for (const element of elements) {
    (RULES[element.$type] ?? []).forEach((rule) => rule(element, report, elements, forms, decisions));
    timers(element, report);
  }
}

function collect(scope, into) {
  for (const element of scope.flowElements ?? []) {
    into.push(element);
    collect(element, into);
  }
}

const extension = (element, type) => element.extensionElements?.values?.find((value) => value.$type === type);

const noJoin = (gateway, report) =>
  report(gateway.id, 'no parallel or inclusive gateways: instances that wait at one cannot be migrated; count in code');

function split(gateway, report) {
  if ((gateway.outgoing ?? []).length > 1 && !gateway.name?.trim().endsWith('?')) {
    report(gateway.id, 'name the gateway with its question');
  }
}

function conditional(flow, report) {
  const chosen = flow.conditionExpression || flow.sourceRef?.default === flow;
  if (chosen && GENERATED.test(flow.id)) {
    report(flow.id, 'give the conditional flow an id that says when it is taken');
  }
}

function callActivity(call, report) {
  const called = extension(call, 'zeebe:CalledElement');
  if (called?.propagateAllChildVariables !== false || called?.propagateAllParentVariables !== false) {
    report(call.id, 'set propagateAllChildVariables and propagateAllParentVariables to false and map explicitly');
  }
  if (called?.bindingType !== 'deployment') {
    report(call.id, 'bind the called process with bindingType "deployment"');
  }
}

/** A task whose form is a variable lists all that the variable may name. */
function formsOf(task, form) {
  if (!form.formId.startsWith('=')) {
    return [form.formId];
  }
  const listed = extension(task, 'zeebe:Properties')?.properties?.find((property) => property.name === 'forms');
  return listed?.value?.split(/\s+/).filter(Boolean) ?? [];
}

function userTask(task, report, elements, forms) {
  if (!extension(task, 'zeebe:UserTask')) {
    report(task.id, 'make it a native Camunda user task (zeebe:userTask)');
  }
  if (!extension(task, 'zeebe:TaskSchedule')?.dueDate) {
    report(task.id, 'give it a due date (zeebe:taskSchedule dueDate)');
  }
  if (!extension(task, 'zeebe:AssignmentDefinition')?.candidateGroups) {
    report(task.id, 'give it an owner (zeebe:assignmentDefinition candidateGroups)');
  }
  const form = extension(task, 'zeebe:FormDefinition');
  if (!form?.formId || form.bindingType !== 'deployment') {
    report(task.id, 'name its form with bindingType "deployment"');
  } else {
    const named = formsOf(task, form);
    if (named.length === 0) {
      report(task.id, 'list the forms that its variable may name in the property "forms"');
    }
    named.filter((id) => !forms.has(id)).forEach((id) => report(task.id, `there is no forms/${id}.form`));
  }
  const guarded = elements.some(
    (element) =>
      element.$type === 'bpmn:BoundaryEvent' &&
      element.attachedToRef === task &&
      element.eventDefinitions?.some((definition) => definition.$type === 'bpmn:TimerEventDefinition'));
  if (!guarded) {
    report(task.id, 'attach a boundary timer: nothing waits for ever');
  }
}

function businessRule(task, report, elements, forms, decisions) {
  const called = extension(task, 'zeebe:CalledDecision');
  if (!called?.resultVariable || (called.bindingType ?? 'latest') !== 'latest') {
    report(task.id, 'call a decision with a result variable and bindingType "latest"');
  } else if (!decisions.has(called.decisionId)) {
    report(task.id, `there is no bpmn/${called.decisionId}.dmn`);
  }
}

function timers(element, report) {
  for (const timer of element.eventDefinitions ?? []) {
    if (timer.$type !== 'bpmn:TimerEventDefinition') {
      continue;
    }
    const body = (timer.timeDate ?? timer.timeDuration ?? timer.timeCycle)?.body?.trim() ?? '';
    if (!timer.timeDate || !/^=\s*[A-Za-z_][\w.]*$/.test(body)) {
      report(element.id, `the timer must be a date from one variable (timeDate =dueAt), not "${body}"`);
    }
  }
}

const RULES = {
  'bpmn:ParallelGateway': [noJoin],
  'bpmn:InclusiveGateway': [noJoin],
  'bpmn:ExclusiveGateway': [split],
  'bpmn:SequenceFlow': [conditional],
  'bpmn:CallActivity': [callActivity],
  'bpmn:UserTask': [userTask],
  'bpmn:BusinessRuleTask': [businessRule],
};
