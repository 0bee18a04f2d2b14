'use strict';

// Shows answers of the API as tables. Whatever comes from outside is set as text, never as markup.
const answer = document.getElementById('answer');
const message = document.getElementById('message');

async function ask(path) {
  message.textContent = '…';
  const key = document.getElementById('key').value.trim();
  const response = await fetch(path, {headers: {Authorization: 'Bearer ' + key, Accept: 'application/json'}});
  const body = await response.json();
  if (!response.ok) throw new Error(body.title + ' (' + body.code + ') ' + body.detail);
  message.textContent = '';
  return body;
}

function table(caption, titles, rows) {
  const element = document.createElement('table');
  element.createCaption().textContent = caption;
  const head = element.createTHead().insertRow();
  for (const title of titles) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.textContent = title;
    head.append(cell);
  }
  const body = element.createTBody();
  for (const row of rows) {
    const line = body.insertRow();
    for (const value of row) {
      const cell = line.insertCell();
      cell.textContent = value ?? '';
      if (typeof value === 'number' || /^-?\d+\.\d\d$/.test(value ?? '')) cell.className = 'number';
      if (value === '成立' || value === '相符') cell.className = 'ok';
      if (['不成立', '不符', '停用', '失败'].includes(value)) cell.className = 'bad';
    }
  }
  return element;
}

function proof(found) {
  const none = {};
  const line = f => [f.feed, f.deliveries, ...['declared', 'received', 'accepted', 'rejected', 'duplicate',
    'waiting', 'unprocessed'].map(name => (f.records || none)[name]),
    f.posted.teachersInForce, f.posted.inForce, f.posted.aside, f.posted.held, f.posted.refused,
    f.posted.replaced, f.posted.credits];
  return [
    table('对账 Reconciliation', ['数据源', '批次', '申报', '收到', '接受', '拒绝', '重复', '待匹配', '未处理',
      '入账教师', '入账', '并列', '暂挂', '不予认定', '更替', '学分'], [...found.feeds.map(line), line(found.total)]),
    table('不变量 Invariants', ['结论', '内容', '数据'], found.invariants.map(i => [i.holds ? '成立' : '不成立',
      i.claim.zh, i.figures.map(f => f.name + '=' + f.value).join(' ')])),
    table('学年 School years', ['学年', '入账教师', '入账', '并列', '暂挂', '不予认定', '学时', '学分'],
      found.years.map(y => [y.key, y.teachersInForce, y.inForce, y.aside, y.held, y.refused, y.inForceHours, y.credits])),
  ];
}

function statement(found) {
  const step = s => '[' + s.paragraph + '] ' + s.text.zh + ' → ' + s.value;
  return [
    table('要求 Requirements', ['条款', '要求', '应得', '已得', '认定', '尚缺'], found.standing.requirements.map(r =>
      [r.line.paragraph, r.line.title.zh, r.required, r.earned, r.recognised ?? r.earned, r.missing])),
    table('学年 School years', ['学年', '已得', '结转入', '尚缺'],
      found.standing.years.map(y => [String(y.schoolYear), y.earned, y.carriedIn, y.missing])),
    table('账单 Entries', ['序号', '缘由', '培训', '完成日期', '学分', '依据', '来源', '复算'], found.entries.map(e =>
      [String(e.seq), e.why.zh, e.training.programme, e.training.completedOn, e.credits, e.steps.map(step).join('; '),
        e.provenance.feed + ' ' + e.provenance.recordId, e.verified ? '相符' : '不符'])),
  ];
}

function feeds(found) {
  const state = f => f.state === 'OFF' ? '停用' : f.state === 'PAUSED' ? '暂停' : f.failures > 0 ? '失败' : '正常';
  const why = f => f.problem ? f.problem.code + ' ' + f.problem.file + ' ' + f.problem.message.zh + ' → ' + f.problem.fix.zh
    : f.lastError ? f.lastError + '(自 ' + f.failingSince + ',' + f.failures + ' 次)' : '';
  return table('数据源 Feeds', ['状态', '数据源', '名称', '游标', '未处理', '原因'],
    found.map(f => [state(f), f.code, f.title.zh, f.cursor, f.counts.openChunks, why(f)]));
}

// Feeds that are off concern everybody, with a key or without.
async function feedsOff() {
  const health = await (await fetch('/health')).json();
  const off = document.getElementById('feeds-off');
  off.hidden = !health.feedsOff;
  off.textContent = '停用的数据源 · Feeds that are off: ' + (health.feedsOff ?? []).join(', ');
}

async function show(path, view) {
  answer.replaceChildren();
  try {
    answer.replaceChildren(...view(await ask(path)));
  } catch (problem) {
    message.textContent = problem.message;
  }
}

// What the hub says of itself: its day, and in a demo whom one may ask about.
async function about() {
  const hub = await (await fetch('/about')).json();
  const line = document.getElementById('today');
  line.textContent = '今日 Today: ' + hub.today + ' · ' + hub.version;
  if (!hub.demo) return;
  line.textContent += ' · 演示,人员均为虚构 Demo, all people are made up · 可试 try: ';
  for (const number of hub.teachers) {
    const choice = document.createElement('button');
    choice.type = 'button';
    choice.textContent = number;
    choice.addEventListener('click', () => { document.getElementById('teacher').value = number; });
    line.append(choice, ' ');
    document.getElementById('teachers').append(new Option(number));
  }
}

about();
document.getElementById('ask').addEventListener('submit', event => event.preventDefault());
document.getElementById('show-feeds').addEventListener('click', () => show('/api/v1/feeds', found => [feeds(found)]));
document.getElementById('show-proof').addEventListener('click', () => show('/api/v1/reconciliation', proof));
document.getElementById('show-statement').addEventListener('click', () => {
  const teacher = encodeURIComponent(document.getElementById('teacher').value.trim());
  const cycle = document.getElementById('cycle').value.trim();
  show('/api/v1/teachers/' + teacher + '/statement' + (cycle ? '?cycle=' + encodeURIComponent(cycle) : ''), statement);
});
feedsOff().catch(() => {});
