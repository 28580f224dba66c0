// How cells of the list of tips are drawn: a link on the id, badges, and texts beside the values they are sorted by.
var dagcomponentfuncs = (window.dashAgGridComponentFunctions = window.dashAgGridComponentFunctions || {});

dagcomponentfuncs.TipLink = props => React.createElement(
    'span',
    {className: 'tip-cell' + (props.data.fresh ? ' fresh' : '')},
    React.createElement(window.dash_core_components.Link, {href: '/tip/' + props.value, children: props.value})
);

dagcomponentfuncs.Said = props => React.createElement(
    'span',
    {className: props.data.waiting ? 'waits' : ''},
    props.data[props.colDef.field + '_text']
);

dagcomponentfuncs.Badge = props => React.createElement(
    'span',
    {className: 'badge badge-' + props.colDef.field + '-' + props.value},
    props.data[props.colDef.field + '_text']
);
